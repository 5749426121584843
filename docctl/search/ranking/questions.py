"""Words that make a question and say little of what is asked."""

from docctl.domain.patterns import regex

ASKING = 0.15
"""What such a word is worth, of 1."""
_ASKING = regex(
    "қандай|қай|қайсы|қашан|қайда|қайдан|қалай|қанша|қаншама|неше|нешінші|кім|кімге|кімнің|кімді|кімдер|кіммен|"
    "не|нені|ненің|неге|немен|неден|неліктен|дегеніміз|деген|деп|ма|ме|ба|бе|па|пе|табыңыз|тап|атаңыз|көрсетіңіз|көрсет|анықтаңыз|анықта|айтыңыз|атала\\w+|ата[лй]ды|"
    "какой|какая|какие|какое|каков|когда|где|куда|как|сколько|кто|кого|кому|что|чего|чему|почему|зачем|ли|такое|"
    "what|which|when|where|how|who|whom|whose|why|is|are|was|were|do|does|did|the|a|an|of"
)


def worth(word: str) -> float:
    """What a folded word is worth in a request of several words."""
    return ASKING if _ASKING.fullmatch(word) else 1.0
