"""Why a rule cannot be judged on a kind of file: what the file does not say, in the words of the office."""

from collections.abc import Mapping

from docctl.domain.aspects import Aspect
from docctl.domain.words import Words

NOT_SAID: Mapping[Aspect, Words] = {
    Aspect.FONTS: Words(
        "{format} файлынан мәтіннің қандай қаріппен және қандай өлшеммен терілгені көрінбейді.",
        "Из файла {format} не видно, каким шрифтом и какого размера набран текст.",
        "A {format} file does not tell in which fonts and sizes its text is set.",
    ),
    Aspect.COLOURS: Words(
        "{format} файлынан мәтіннің қай жері түспен ерекшеленгені көрінбейді.",
        "Из файла {format} не видно, какой текст выделен цветом.",
        "A {format} file does not tell which text is coloured or highlighted.",
    ),
    Aspect.PAPER: Words(
        "{format} файлынан құжаттың қандай қағазға арналғаны көрінбейді.",
        "Из файла {format} не видно, на какую бумагу рассчитан документ.",
        "A {format} file does not tell which paper the document is made for.",
    ),
    Aspect.MARGINS: Words(
        "{format} файлынан қандай жиектер белгіленгені көрінбейді.",
        "Из файла {format} не видно, какие заданы поля.",
        "A {format} file does not tell which margins were set.",
    ),
    Aspect.PARAGRAPHS: Words(
        "{format} файлынан абзацтардың қалай пішімделгені көрінбейді: жол аралығы, туралау, шегініс.",
        "Из файла {format} не видно, как оформлены абзацы: интервалы, выравнивание, отступы.",
        "A {format} file does not tell how paragraphs were set: spacing, alignment, indents.",
    ),
    Aspect.STYLES: Words(
        "{format} файлынан қандай стильдер қолданылғаны көрінбейді.",
        "Из файла {format} не видно, какие применены стили.",
        "A {format} file does not tell which styles were used.",
    ),
    Aspect.FIELDS: Words(
        "{format} файлынан қай мәтінді Word есептегені, қайсысы қолмен терілгені көрінбейді.",
        "Из файла {format} не видно, что вычисляет Word, а что набрано вручную.",
        "A {format} file does not tell which text Word computes and which was typed.",
    ),
    Aspect.AUTOMATIC_NUMBERS: Words(
        "{format} файлынан қай нөмірлердің автоматты, қайсысының қолмен терілгені көрінбейді.",
        "Из файла {format} не видно, какие номера автоматические, а какие набраны вручную.",
        "A {format} file does not tell which numbers are automatic and which were typed.",
    ),
    Aspect.REVISIONS: Words(
        "{format} файлынан қабылданбаған түзетулердің бар-жоғы көрінбейді.",
        "Из файла {format} не видно, остались ли непринятые исправления.",
        "A {format} file does not tell whether tracked changes were left unresolved.",
    ),
    Aspect.COMMENTS: Words(
        "{format} файлынан жобада ескертпелердің болған-болмағаны көрінбейді.",
        "Из файла {format} не видно, были ли в проекте примечания.",
        "A {format} file does not tell whether the draft had comments.",
    ),
    Aspect.HIDDEN_TEXT: Words(
        "{format} файлынан жобада жасырын мәтіннің болған-болмағаны көрінбейді.",
        "Из файла {format} не видно, был ли в проекте скрытый текст.",
        "A {format} file does not tell whether the draft had hidden text.",
    ),
    Aspect.LANGUAGE: Words(
        "{format} файлынан мәтінге қай тіл қойылғаны көрінбейді.",
        "Из файла {format} не видно, какой язык задан для текста.",
        "A {format} file does not tell which language its text is marked with.",
    ),
    Aspect.PAGE_NUMBERS: Words(
        "{format} файлынан мәтіннің қай бетте тұрғаны көрінбейді.",
        "Из файла {format} не видно, на каких страницах стоит текст.",
        "A {format} file does not tell on which pages its text stands.",
    ),
}
"""A sentence for each aspect; ``{format}`` is the ending that such files have."""
