"""The suffixes of Kazakh in their slots: data, read from the end of a word towards its stem.

A line of `_TABLE` is: slot, weight, and the shapes of the suffix by the class of the letter before it (see
`docctl.search.words.sounds`). The weight says how strongly the suffix speaks for being one: «лар» hardly
ends a stem, «м» often does. `BEFORE` says which slots may precede which; `STEM` and `VERB` end the way.

Of nouns: number, possessor (the third person apart, since cases after it differ), case, «what is in», «whose
it is», «like», comparison, «I am». Of verbs: voice, negation, and then verbal noun, participle, intent, past
and condition with the persons after them, present with its persons, converbs, hearsay, wish.
"""

from msgspec import Struct

from docctl.search.words.sounds import VOWELS, harmony

STEM, VERB = "stem", "verb"
_TABLE = """
plural      2.5  VG: лар лер | LNZ: дар дер | T: тар тер
possessive3 1.5  V: сы сі
possessive3 0.8  GLNZT: ы і
possessive  0.8  GLNZT: ым ім
possessive  0.3  V: м
possessive  0.8  GLNZT: ың ің
possessive  0.3  V: ң
possessive  2.5  GLNZT: ымыз іміз ыңыз іңіз
possessive  2    V: мыз міз ңыз ңіз
genitive    2.5  VN: ның нің | GLZ: дың дің | T: тың тің
case        2    V: ны ні
case        1    GLNZ: ды ді | T: ты ті
case        1.5  VGLNZ: ға ге | T: қа ке
case        1.5  VGLNZ: да де | T: та те
case        2    VGLZ: дан ден | N: нан нен | T: тан тен
with        1.5  VGLN: мен | Z: бен | T: пен
case1       0    N: а е
case3       1.5  V: на не
case3       1    V: н
case3       2.5  V: нда нде нан нен
relative    3    VGLNZ: дағы дегі | T: тағы тегі
relative3   3    V: ндағы ндегі
whose       3    VN: нікі | GLZ: дікі | T: тікі
like        1    VGLNZ: дай дей | T: тай тей
person      1    VGLN: мын мін | Z: бын бін | T: пын пін
person      1    VGLNZT: сың сің
person      0    VGLNZT: сыз сіз
person      1    VGLN: мыз міз | Z: быз біз | T: пыз піз
person      2    VGLNZT: сыңдар сіңдер сыздар сіздер
noun        0    VGLNZT: у
of          -.5  VGLNZ: ғы гі | T: қы кі
more        2    V: рақ рек | GLNZT: ырақ ірек
participle  2.5  VGLNZ: ған ген | T: қан кен
participle  3    GLNZT: атын етін | V: йтын йтін | GLNZT: итын итін
participle  -.5  GLNZT: ар ер
participle  -1   V: р
participle  0    VGL: мас мес | NZ: бас бес | T: пас пес
intent      2    VGL: мақ мек | NZ: бақ бек | T: пақ пек
past        1    VGLNZ: ды ді | T: ты ті
if          1    VGLNZT: са се
after       0    V: м
after       0    V: ң
after       0    V: қ к
after       2    V: ңыз ңіз ңдар ңдер ңыздар ңіздер
now         0.5  GLNZT: а е
now         0.5  V: й
now         0    GLNZT: и
adverb      -1   GLNZT: а е
adverb      0    V: й
adverb      -1   GLNZT: и
nowperson   2    VGLNZT: ды ді
nowperson   1    VGLNZT: мын мін сың сің сыз сіз мыз міз
nowperson   2    VGLNZT: сыңдар сіңдер сыздар сіздер
nowperson   -.5  V: м
converb     1.5  GLNZT: ып іп
converb     0    V: п
said        3    GLNZT: ыпты іпті
said        2    V: пты пті
until       2    VGLNZ: ғалы гелі ғанша генше | T: қалы келі қанша кенше
wish        0    VGLNZT: сын сін
wish        2.5  GLNZT: айын ейін айық ейік ыңыз іңіз ыңдар іңдер ыңыздар іңіздер
wish        0    V: йын йін йық йік ңыз ңіз ңдар ңдер ңыздар ңіздер
not         1    VGL: ма ме | NZ: ба бе | T: па пе
voice       0.3  GLNZT: ыл іл
voice       0    V: л
voice       0    GLNZT: ын ін
voice       -.5  V: н
voice       -.5  GLNZT: ыс іс
voice       -1   V: с
voice       0    VGLNZ: дыр дір | T: тыр тір
voice       -.5  VG: т
voice       0    VGLNZ: ғыз гіз | T: қыз кіз
"""
_NOMINAL = frozenset(("plural", "noun", "participle", STEM))
_OWNED = _NOMINAL | {"possessive"}
_ANY_OWNED = _OWNED | {"possessive3"}
_PLACED = frozenset(("relative", "relative3"))
_VERBAL = frozenset(("not", "voice", VERB))
BEFORE: dict[str, frozenset[str]] = {
    "plural": (_NOMINAL | _PLACED) - {"plural"},
    "possessive": _NOMINAL,
    "possessive3": _NOMINAL,
    "genitive": _ANY_OWNED | _PLACED,
    "case": _OWNED | _PLACED,
    "with": _ANY_OWNED | _PLACED,
    "case1": frozenset(("possessive",)),
    "case3": _PLACED | {"possessive3"},
    "relative": _OWNED,
    "relative3": frozenset(("possessive3",)),
    "whose": _ANY_OWNED,
    "like": _ANY_OWNED,
    "of": frozenset((STEM,)),
    "more": frozenset((STEM,)),
    "person": _ANY_OWNED | {"intent"},
    "noun": _VERBAL,
    "participle": _VERBAL,
    "intent": _VERBAL,
    "past": _VERBAL,
    "if": _VERBAL,
    "after": frozenset(("past", "if")),
    "now": _VERBAL,
    "adverb": _VERBAL,
    "nowperson": frozenset(("now",)),
    "converb": _VERBAL,
    "said": _VERBAL,
    "until": _VERBAL,
    "wish": _VERBAL,
    "not": frozenset(("voice", VERB)),
    "voice": frozenset(("voice", VERB)),
}
LAST = frozenset(BEFORE) - {"now", "not", "voice"}
"""Slots that may end a word."""


class Suffix(Struct, frozen=True, gc=False):
    """One shape of a suffix."""

    slot: str
    weight: float
    after: str
    """Classes of letters that it may follow."""
    harmony: str
    """Vowels of the stem that it goes with; ``*`` for all."""
    opens: bool
    """Begins with a vowel, before which a stem may have changed."""


def _read(table: str) -> dict[str, tuple[Suffix, ...]]:
    found: dict[str, tuple[Suffix, ...]] = {}
    for line in table.strip().splitlines():
        slot, weight, shapes = line.split(None, 2)
        for group in shapes.split("|"):
            after, texts = group.split(":")
            for text in texts.split():
                suffix = Suffix(slot, float(weight), after.strip(), _goes_with(text), text[0] in VOWELS)
                found[text] = (*found.get(text, ()), suffix)
    return found


def _goes_with(text: str) -> str:
    return "*" if text in ("мен", "бен", "пен", "нікі", "дікі", "тікі") else harmony(text)


SUFFIXES = _read(_TABLE)
"""Every shape of every suffix."""
LONGEST = max(map(len, SUFFIXES))
