"""Pictures: figures in, accessible inline SVG out, as text for a page.

Pure functions.  A picture is one line of Markdown: a ``<figure>`` whose elements every publisher leaves as they are, while
its links are Markdown's, to pages by their files, so that each publisher makes of them what it makes of every other link.
It has no styles, scripts or ids of its own (several may stand on a page), is coloured by classes alone, and has its figures
beside it in a table.
Same input, same bytes: no number comes from a machine's own library of mathematics (+ - * / and square roots only).
"""

from generator.pictures.bars import Column, Event, bars
from generator.pictures.network import Actor, Network, network, strongest
from generator.pictures.periods import Period, Unit, periods

__all__ = ["Actor", "Column", "Event", "Network", "Period", "Unit", "bars", "network", "periods", "strongest"]
