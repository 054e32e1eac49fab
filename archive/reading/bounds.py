"""How much of a document is read, so that no document takes for ever. No page of news comes near."""

LARGEST_DOCUMENT = 20_000_000  # bytes; what is larger is refused
LONGEST_LINE = 2_000_000  # characters of a line of text; what is longer is refused
LONGEST_RECORD = 20_000_000  # bytes of one line of JSON Lines; what is longer is refused
LARGEST_JSON = 1_000_000  # characters of one JSON-LD script; what is larger is not read
MOST_TAGS = 20_000  # of a page that are read as a tree; of the rest only the words are kept, block by block
DEEPEST = 500  # elements inside each other; beyond, the main-text library takes seconds, and finds nothing
