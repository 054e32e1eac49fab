"""Write wire stories as JSON Lines: ``python -m tests.benchmarks.generate 1000 --seed 1 -o stories.jsonl``.

`manage.py ingest` takes the file; the field `truth`, which it passes over, has who said what.
"""

import argparse
import json
import sys
from typing import Any

from tests.benchmarks.wire import Story, World


def as_record(story: Story) -> dict[str, Any]:
    """Return `story` as one record."""
    return {
        "title": story.title,
        "body": story.body,
        "dateline": {"place": story.place, "agency": "Wire"},
        "published": story.published.isoformat().replace("+00:00", "Z"),
        "source": story.source,
        "url": story.url,
        "topics": list(story.topics),
        "language": "en",
        "truth": {
            "event": story.event,
            "statements": [
                {
                    "speaker": said.speaker.name,
                    "kind": said.kind,
                    "spans": said.spans,
                    "text": " ".join(story.body[start:end] for start, end in said.spans),
                }
                for said in story.statements
            ],
        },
    }


def main() -> None:
    """Write as many stories as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=argparse.FileType("w", encoding="utf-8"), default=sys.stdout)
    options = parser.parse_args()
    for story in World(options.seed).stories(options.count):
        options.output.write(json.dumps(as_record(story), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
