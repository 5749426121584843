"""What a person is shown of a hit: the words that matched, as they stand, and the best piece of the text."""
