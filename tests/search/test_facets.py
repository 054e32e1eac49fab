"""What each facet offers."""

from datetime import date

from archive.models import Source


def counts(result, facet):
    return {choice.slug: choice.count for choice in result.facets[facet]}


def bars(result):
    return {period.start: period.count for period in result.dates}


def test_each_facet_counts_what_was_found(talks, ask):
    result = ask()
    assert counts(result, "speaker") == {"vera-orlova": 1, "jonas-brandt": 1, "ministry-of-fisheries": 1}
    assert counts(result, "source") == {"harbour-wire": 2, "the-courier-evening": 1}
    assert counts(result, "topic") == {"fisheries": 2, "trade": 2}
    assert counts(result, "event") == {"lakeside-summit": 2}
    assert counts(result, "country") == {"no": 2, "is": 1}
    assert bars(result) == {"2015": 2, "2016": 1}


def test_labels_are_the_rows_names(talks, ask):
    result = ask()
    assert [choice.label for choice in result.facets["source"]] == ["Harbour Wire", "The Courier, Evening"]
    assert [choice.label for choice in result.facets["country"]] == ["Norway", "Iceland"]


def test_statements_are_counted_by_how_they_are_given_whichever_are_shown(shelf, ask):
    article = shelf.article("Quotas", "“We sail at dawn,” Orlova said. The quota is final.")
    for text, kind in (("We sail at dawn,", "direct"), ("The quota is final", "indirect")):
        statement = shelf.statement(article, text)
        statement.kind = kind
        statement.save()
    for query in ("type=statements", "type=statements&kind=direct"):
        assert counts(ask(query), "kind") == {"direct": 1, "indirect": 1}
    assert "kind" not in ask().facets


def test_a_label_is_remembered_until_its_row_has_another_name(talks, ask):
    ask()
    wire = Source.objects.get(slug="harbour-wire")
    wire.name = "Harbour Daily"
    wire.save()
    assert "Harbour Daily" in [choice.label for choice in ask().facets["source"]]


def test_choices_within_a_facet_add_up(talks, titles):
    assert len(titles("speaker=vera-orlova&speaker=jonas-brandt")) == 2


def test_slugs_that_read_like_operators_are_slugs(shelf, titles):
    for slug in ("OR", "NOT", "TO", "not", "2015", "a_b--c"):
        source = shelf.source("A source")
        source.slug = slug
        source.save()
        shelf.article(f"By {slug}", source=source)
    for slug in ("OR", "NOT", "TO", "not", "2015", "a_b--c"):
        assert titles(f"source={slug}") == [f"By {slug}"]
    assert len(titles("source=OR&source=NOT")) == 2


def test_facets_narrow_each_other(talks, titles):
    assert titles("speaker=vera-orlova&speaker=jonas-brandt&topic=trade") == ["Envoy welcomes harbour accord"]


def test_a_facets_counts_are_those_of_the_other_filters(talks, ask):
    result = ask("source=harbour-wire&topic=trade")
    assert result.total == 1
    assert counts(result, "source") == {"harbour-wire": 1, "the-courier-evening": 1}
    assert counts(result, "topic") == {"fisheries": 1, "trade": 1}
    assert counts(result, "speaker") == {"ministry-of-fisheries": 1}


def test_every_count_is_what_picking_it_finds(talks, ask):
    narrow = "topic=trade&source=harbour-wire&from=2015-10"
    for query in ("", "q=accord", "topic=trade", narrow, "type=statements"):
        result = ask(query)
        for facet, choices in result.facets.items():
            others = "&".join(part for part in query.split("&") if not part.startswith(f"{facet}="))
            for choice in choices:
                assert ask(f"{others}&{facet}={choice.slug}").total == choice.count, (query, facet, choice)


def test_what_is_chosen_is_listed_even_where_nothing_is_found(talks, ask):
    choice = ask("q=nothingatall&speaker=vera-orlova").facets["speaker"][0]
    assert (choice.label, choice.count, choice.selected) == ("Vera Orlova", 0, True)


def test_what_is_chosen_is_listed_with_its_count_below_the_most_frequent(shelf, ask):
    article, last = shelf.article(body="A few words."), shelf.article(body="A few words.")
    for number in range(40):
        person = shelf.person(f"Speaker Number{number:02}")
        shelf.statement(last, "A few words.", person)
        if number < 39:
            shelf.statement(article, "A few words.", person)
    result = ask("speaker=speaker-number39")
    assert len(result.facets["speaker"]) == 31
    assert [c.count for c in result.facets["speaker"] if c.selected] == [1]


def test_a_search_that_was_refused_still_lists_what_is_chosen(talks, ask):
    result = ask(f"q={'word+' * 300}&speaker=vera-orlova")
    assert [choice.label for choice in result.facets["speaker"]] == ["Vera Orlova"]


def test_a_statement_has_its_own_speaker_and_its_articles_other_facets(talks, ask):
    result = ask("type=statements&speaker=vera-orlova")
    assert result.total == 2
    assert counts(result, "source") == {"harbour-wire": 2}
    assert counts(result, "event") == {"lakeside-summit": 2}
    assert bars(result) == {"2015-10-05": 2}


def test_dates_zoom_from_years_to_months_to_days(talks, ask):
    assert bars(ask("from=2015")) == {"2015": 2, "2016": 1}
    assert bars(ask("from=2015&to=2015")) == {"2015-10": 2}
    assert bars(ask("from=2015-10&to=2015-10")) == {"2015-10-05": 1, "2015-10-20": 1}


def test_dates_of_one_year_or_month_are_shown_nearer_by_themselves(talks, shelf, ask):
    assert bars(ask("event=lakeside-summit")) == {"2015-10-05": 1, "2015-10-20": 1}
    shelf.article("December", day=date(2015, 12, 3), events=[talks[0].events.get()])
    assert bars(ask("event=lakeside-summit")) == {"2015-10": 2, "2015-12": 1}
    shelf.article("Coarse", day=date(2014, 5, 1), precision="month")
    assert bars(ask("q=coarse")) == {"2014-05": 1}


def test_a_bar_counts_what_picking_it_finds(talks, shelf, ask):
    shelf.article("Some time in October", day=date(2015, 10, 1), precision="month")
    shelf.article("Some time in 2015", day=date(2015, 1, 1), precision="year")
    for query in ("", "from=2015&to=2016-03", "from=2015-10-07&to=2015-10-21", "from=2015-10-07&to=2016-02"):
        for period in ask(query).dates:
            picked = ask(f"from={period.start}&to={period.start}")
            assert picked.total == period.count, (query, period)


def test_a_date_matches_wherever_its_span_touches_the_range(shelf, titles):
    shelf.article("month", day=date(2015, 10, 1), precision="month")
    assert titles("from=2015-10-05") == ["month"]
    assert titles("from=2015-10-05&to=2015-10-06") == ["month"]
    assert titles("to=2015-09-30") == []
    assert titles("from=2015-11") == []
    assert titles("from=2015&to=2015") == ["month"]


def test_the_undated_are_counted_and_reachable(talks, shelf, ask):
    shelf.article("Undated fisheries", topics=["fisheries"])
    shelf.article("Undated trade", topics=["trade"])
    assert ask().undated == 2
    assert ask("from=2015&topic=trade").undated == 1
    only = ask("undated=1&topic=fisheries")
    assert [hit.title for hit in only.hits] == ["Undated fisheries"]
    assert (only.hits[0].published, only.hits[0].precision) == (None, "unknown")
    assert (only.undated, bars(only)) == (1, {"2015-10-05": 1, "2015-10-20": 1})
