"""The key of every form: ``python -m benchmarks.stems < FORMS > STEMS``, form, tab, key, one a line."""

import sys

from docctl.search.words.analysis import key_of


def main() -> None:
    """Answer each line as it comes; an empty line is a form without a key."""
    write = sys.stdout.write
    for line in sys.stdin:
        form = line.rstrip("\r\n").split("\t", 1)[0]
        write(f"{form}\t{key_of(form)}\n")


if __name__ == "__main__":
    main()
