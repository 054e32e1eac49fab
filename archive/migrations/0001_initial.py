import archive.models.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archive.models import triggers


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.JSONField(blank=True, default=list, editable=False, help_text='names of the fields that an editor has set')),
                ('title', models.CharField(blank=True, help_text='blank where the page does not hold one', max_length=500)),
                ('body', models.TextField(help_text='paragraphs joined by one blank line')),
                ('language', models.CharField(blank=True, max_length=10)),
                ('url', models.URLField(blank=True, max_length=2000)),
                ('via', models.CharField(blank=True, help_text='the agency that the text was taken from', max_length=200)),
                ('dateline_place', models.CharField(blank=True, max_length=200)),
                ('dateline_agency', models.CharField(blank=True, max_length=200)),
                ('published', models.DateField(blank=True, help_text='the first day of the span for a month or a year', null=True)),
                ('published_at', models.DateTimeField(blank=True, help_text='where known to the minute', null=True)),
                ('precision', models.CharField(choices=[('minute', 'to the minute'), ('day', 'to the day'), ('month', 'to the month'), ('year', 'to the year'), ('unknown', 'unknown')], default='unknown', max_length=10)),
                ('series', models.CharField(blank=True, max_length=300)),
                ('countries', models.JSONField(blank=True, default=list, help_text='codes of the countries it speaks of, most mentioned first')),
                ('boilerplate', models.TextField(blank=True, help_text='the lines of the page that are not the article')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': [models.OrderBy(models.F('published'), descending=True, nulls_last=True), '-id'],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.JSONField(blank=True, default=list, editable=False, help_text='names of the fields that an editor has set')),
                ('name', models.CharField(max_length=300)),
                ('slug', models.SlugField(max_length=300, unique=True)),
                ('date', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(choices=[('minute', 'to the minute'), ('day', 'to the day'), ('month', 'to the month'), ('year', 'to the year'), ('unknown', 'unknown')], default='unknown', max_length=10)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('note', models.TextField(blank=True, help_text='for readers: one or two plain sentences')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('date'), descending=True, nulls_last=True), 'name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Rejection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=1000, unique=True)),
                ('reason', models.TextField()),
                ('rejected_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ['-rejected_at'],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=200, unique=True)),
                ('url', models.URLField(blank=True, max_length=500)),
                ('country', models.CharField(blank=True, help_text='ISO 3166-1 alpha-2, e.g. RU', max_length=2)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=200, unique=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Capture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(editable=False, max_length=64, unique=True)),
                ('size', models.PositiveBigIntegerField(editable=False, help_text='bytes')),
                ('format', models.CharField(editable=False, max_length=10)),
                ('path', models.CharField(editable=False, help_text='where it was read from', max_length=1000)),
                ('address', models.CharField(blank=True, db_index=True, max_length=2000)),
                ('captured_at', models.DateTimeField(blank=True, help_text='when the page was saved, where known', null=True)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('given_source', models.CharField(blank=True, editable=False, help_text='the source named when it was ingested', max_length=200)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='captures', to='archive.article')),
            ],
            options={
                'ordering': ['-added_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='capture',
            field=models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='current_of', to='archive.capture'),
        ),
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('dismissed_at', models.DateTimeField(auto_now_add=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dismissals', to='archive.article')),
                ('dismissed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-dismissed_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='EventMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='event_mentions', to='archive.article')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='archive.event')),
            ],
            options={
                'ordering': ['article_id', 'start', 'id'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='events',
            field=models.ManyToManyField(related_name='articles', through='archive.EventMention', to='archive.event'),
        ),
        migrations.CreateModel(
            name='EventName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('key', models.CharField(db_index=True, editable=False, max_length=400)),
                ('confirmed', models.BooleanField(default=False, help_text='entered or confirmed by an editor')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='archive.event')),
            ],
            options={
                'ordering': ['name'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=40)),
                ('text', models.TextField(blank=True)),
                ('says', models.TextField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.article')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['article_id', 'position'],
            },
        ),
        migrations.CreateModel(
            name='IndexTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(help_text='the model, e.g. archive.article', max_length=100)),
                ('key', models.CharField(help_text='the primary key', max_length=40)),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['label', 'key'], name='indextask_of_row')],
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.JSONField(blank=True, default=list, editable=False, help_text='names of the fields that an editor has set')),
                ('name', models.CharField(max_length=300)),
                ('slug', models.SlugField(max_length=300, unique=True)),
                ('note', models.TextField(blank=True, help_text='for readers: one or two plain sentences')),
                ('country', models.CharField(blank=True, help_text='ISO 3166-1 alpha-2, e.g. RU', max_length=2)),
            ],
            options={
                'ordering': ['name', 'id'],
                'abstract': False,
                'indexes': [models.Index(fields=['name', 'id'], name='organization_by_name')],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='organizations',
            field=models.ManyToManyField(blank=True, related_name='events', to='archive.organization'),
        ),
        migrations.CreateModel(
            name='OrganizationName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('key', models.CharField(db_index=True, editable=False, max_length=400)),
                ('confirmed', models.BooleanField(default=False, help_text='entered or confirmed by an editor')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='archive.organization')),
            ],
            options={
                'ordering': ['name'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.JSONField(blank=True, default=list, editable=False, help_text='names of the fields that an editor has set')),
                ('name', models.CharField(max_length=300)),
                ('slug', models.SlugField(max_length=300, unique=True)),
                ('note', models.TextField(blank=True, help_text='for readers: one or two plain sentences')),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ['name', 'id'],
                'abstract': False,
                'indexes': [models.Index(fields=['name', 'id'], name='person_by_name')],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300)),
                ('organization', models.CharField(blank=True, max_length=300)),
                ('country', models.CharField(blank=True, help_text='ISO 3166-1 alpha-2, e.g. RU', max_length=2)),
                ('confirmed', models.BooleanField(default=False, help_text='entered or confirmed by an editor')),
                ('articles', models.ManyToManyField(blank=True, related_name='offices', to='archive.article')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offices', to='archive.person')),
            ],
            options={
                'ordering': ['person_id', 'title'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='archive.article')),
                ('organization', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='archive.organization')),
                ('person', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='archive.person')),
            ],
            options={
                'ordering': ['article_id', 'start', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Identification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=400)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifications', to='archive.article')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifications', to='archive.organization')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='identifications', to='archive.person')),
            ],
            options={
                'ordering': ['article_id', 'key'],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='people',
            field=models.ManyToManyField(blank=True, related_name='events', to='archive.person'),
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=300, unique=True)),
                ('event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='archive.event')),
                ('organization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='archive.organization')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='archive.person')),
            ],
            options={
                'verbose_name_plural': 'addresses',
                'ordering': ['slug'],
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300)),
                ('key', models.CharField(db_index=True, editable=False, max_length=400)),
                ('confirmed', models.BooleanField(default=False, help_text='entered or confirmed by an editor')),
                ('surname', models.CharField(db_index=True, editable=False, help_text='the comparable form of the last word', max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='archive.person')),
            ],
            options={
                'ordering': ['name'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='article',
            name='source',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='archive.source'),
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.JSONField(blank=True, default=list, editable=False, help_text='names of the fields that an editor has set')),
                ('position', models.PositiveIntegerField(help_text="its place among the article's statements, from 1")),
                ('kind', models.CharField(choices=[('direct', 'direct'), ('indirect', 'indirect'), ('mixed', 'mixed')], max_length=10)),
                ('text', models.TextField(help_text='its spans of the body, joined by single spaces')),
                ('unnamed', models.CharField(blank=True, db_index=True, help_text='a speaker whom the archive does not know by name, as written: “a source”', max_length=300)),
                ('speaker_as_written', models.CharField(blank=True, max_length=500)),
                ('speaker_start', models.PositiveIntegerField(blank=True, null=True)),
                ('speaker_end', models.PositiveIntegerField(blank=True, null=True)),
                ('cue', models.CharField(blank=True, help_text='the words that attribute it: “said”', max_length=200)),
                ('medium', models.CharField(blank=True, help_text='“told RIA Novosti”', max_length=300)),
                ('confidence', models.FloatField()),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='archive.article')),
                ('confirmed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('events', models.ManyToManyField(blank=True, related_name='statements', to='archive.event')),
                ('organization', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='archive.organization')),
                ('person', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='archive.person')),
            ],
            options={
                'ordering': ['article_id', 'position'],
            },
        ),
        migrations.CreateModel(
            name='StatementSpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spans', to='archive.statement')),
            ],
            options={
                'ordering': ['statement_id', 'start'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='topics',
            field=models.ManyToManyField(blank=True, related_name='articles', to='archive.topic'),
        ),
        migrations.AddConstraint(
            model_name='eventmention',
            constraint=models.UniqueConstraint(fields=('article', 'event', 'start'), name='eventmention_once'),
        ),
        migrations.AddConstraint(
            model_name='eventmention',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='eventmention_span'),
        ),
        migrations.AddConstraint(
            model_name='eventname',
            constraint=models.UniqueConstraint(fields=('event', 'key'), name='eventname_once'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(fields=('article', 'position'), name='evidence_position'),
        ),
        migrations.AddConstraint(
            model_name='organizationname',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='organizationname_once'),
        ),
        migrations.AddConstraint(
            model_name='office',
            constraint=models.UniqueConstraint(fields=('person', 'title', 'organization', 'country'), name='office_once'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['person', 'article'], name='mention_of_person'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['organization', 'article'], name='mention_of_organization'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', False), ('organization__isnull', False), _connector='XOR'), name='mention_of_one_party'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='mention_span'),
        ),
        migrations.AddConstraint(
            model_name='identification',
            constraint=models.UniqueConstraint(fields=('article', 'key'), name='identification_once'),
        ),
        migrations.AddConstraint(
            model_name='identification',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', False), ('organization__isnull', False), _connector='XOR'), name='identification_of_one_party'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=archive.models.fields.NewestFirstIndex(fields=['-date', 'name', 'id'], name='event_newest'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('precision', 'unknown')), models.Q(('date__isnull', False), models.Q(('precision', 'unknown'), _negated=True)), _connector='OR'), name='event_dated_or_unknown', violation_error_message='Give a date together with its precision, or neither: no date has the precision unknown.'),
        ),
        migrations.AddConstraint(
            model_name='personname',
            constraint=models.UniqueConstraint(fields=('person', 'name'), name='personname_once'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['person', 'article'], name='statement_of_person'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['organization', 'article'], name='statement_of_organization'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.UniqueConstraint(fields=('article', 'position'), name='statement_position'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='statement_confidence'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organization__isnull', True), ('person__isnull', True)), models.Q(('person__isnull', True), ('unnamed', '')), models.Q(('organization__isnull', True), ('unnamed', '')), _connector='OR'), name='statement_one_speaker', violation_error_message='A statement has one speaker: a person, an organization or words.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('speaker_end__isnull', True), ('speaker_start__isnull', True)), ('speaker_start__lt', models.F('speaker_end')), _connector='OR'), name='statement_speaker_span'),
        ),
        migrations.AddConstraint(
            model_name='statementspan',
            constraint=models.UniqueConstraint(fields=('statement', 'start'), name='span_once'),
        ),
        migrations.AddConstraint(
            model_name='statementspan',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='span_not_empty'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=archive.models.fields.NewestFirstIndex(fields=['-published', '-id'], name='article_newest'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=archive.models.fields.NewestFirstIndex(fields=['source', '-published', '-id'], name='article_newest_of_source'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('precision', 'unknown'), ('published__isnull', True)), models.Q(('published__isnull', False), models.Q(('precision', 'unknown'), _negated=True)), _connector='OR'), name='article_dated_or_unknown', violation_error_message='Give a date together with its precision, or neither: no date has the precision unknown.'),
        ),
        migrations.RunPython(triggers.create, triggers.drop),
    ]
