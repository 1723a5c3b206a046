"""First names that tell a man from a woman."""

from claims.words import word_set

# First names whose bearers are nearly always men, or women; all others tell nothing.
MEN: frozenset[str] = word_set(
    """
    aaron abdul abdullah adam ahmed albert alexander ali andrew anthony antonio barack benjamin
    bernard bill bob boris brian bruce carl carlos charles christopher colin craig dan daniel david
    dennis derek dmitry donald douglas edward emmanuel eric ernest evan francisco frank fred gary
    george gerald giovanni gordon graham greg hamid harold harry hassan henry hugh hussein ian
    ibrahim igor ivan jack jacob james jeff jeremy jim joe john jonathan jorge jose joseph juan
    justin keith kenneth kevin klaus larry lars lawrence luis luke marco marcus mario mark martin
    matthew michael miguel mike mitch mohamed mohammed muhammad neil nicholas nigel oleg oliver
    omar oscar patrick paul pedro peter philip rafael ralph recep richard rick robert roger ronald
    rudy rupert samuel scott sergei simon stephen steve steven stuart ted thomas tim timothy tom
    tony vladimir walter william yusuf
    """
)
WOMEN: frozenset[str] = word_set(
    """
    agnes aisha alice amanda amy ana angela anna anne annie barbara beatrice caroline catherine
    charlotte christina christine claire deborah diana diane donna dorothy elena eleanor elizabeth
    ellen emily emma eva fatima fiona florence frances gloria grace hannah helen hillary ingrid
    ines irene isabel jacqueline jane janet jennifer jessica joan joanna judith julia julie karen
    kate katherine kathleen katie kelly laura leila linda lisa louise lucy margaret maria marie
    martha mary maryam megan melissa michelle monica nancy natalie natasha nicola nicole olga olivia
    pamela patricia rachel rebecca rosa ruth samantha sandra sarah sharon sofia sophie stephanie
    susan svetlana sylvia teresa theresa ursula valerie vanessa victoria yasmin zainab
    """
)
