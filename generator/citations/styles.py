"""The styles of text citations, in the Citation Style Language 1.0 (https://docs.citationstyles.org).

Written for what the archive cites (articles of outlets, pages of the archive) after the published rules: APA, 7th edition
(https://apastyle.apa.org/style-grammar-guidelines/references/examples); Chicago, author-date
(https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html).  Titles keep the capitals that their
outlets gave them.  The day on which a reader saw a page is unknown here, so none is given.
"""

_HEAD = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>{name}</title><id>urn:explainer-archive:{name}</id><updated>2026-01-01T00:00:00+00:00</updated></info>
"""
_CITATION = """<citation><layout><text variable="title"/></layout></citation>"""

APA = (
    _HEAD.format(name="apa")
    + """
<macro name="author"><names variable="author">
  <name and="symbol" delimiter=", " delimiter-precedes-last="always" name-as-sort-order="all" sort-separator=", "
    et-al-min="21" et-al-use-first="19" et-al-use-last="true"/></names></macro>
<macro name="title"><choose>
  <if type="webpage"><text variable="title" font-style="italic"/></if>
  <else><text variable="title"/></else></choose></macro>
<macro name="date"><choose>
  <if variable="issued"><date variable="issued" prefix="(" suffix=")">
    <date-part name="year" suffix=", "/><date-part name="month" suffix=" "/><date-part name="day"/></date></if>
  <else><text value="(n.d.)"/></else></choose></macro>
<macro name="container"><choose>
  <if type="webpage"><text variable="container-title"/></if>
  <else><text variable="container-title" font-style="italic"/></else></choose></macro>
"""
    + _CITATION
    + """<bibliography><layout><group delimiter=" ">
  <choose>
    <if variable="author"><text macro="author" suffix="."/><text macro="date" suffix="."/><text macro="title" suffix="."/></if>
    <else><text macro="title" suffix="."/><text macro="date" suffix="."/></else>
  </choose>
  <text macro="container" suffix="."/>
  <text variable="archive" prefix="Archived in " suffix="."/>
  <text variable="URL"/>
</group></layout></bibliography></style>"""
)

CHICAGO = (
    _HEAD.format(name="chicago-author-date")
    + """
<macro name="author"><names variable="author">
  <name and="text" delimiter=", " delimiter-precedes-last="always" name-as-sort-order="first" sort-separator=", "
    et-al-min="7" et-al-use-first="3"/></names></macro>
<macro name="year"><choose>
  <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
  <else><text value="n.d."/></else></choose></macro>
<macro name="container"><choose>
  <if type="webpage"><text variable="container-title"/></if>
  <else><text variable="container-title" font-style="italic"/></else></choose></macro>
<macro name="day"><choose>
  <if variable="issued"><date variable="issued"><date-part name="month" suffix=" "/><date-part name="day"/></date></if>
  </choose></macro>
<macro name="where"><group delimiter=", ">
  <choose><if variable="author"><text macro="container"/></if></choose>
  <text macro="day"/></group></macro>
"""
    + _CITATION
    + """<bibliography><layout><group delimiter=" ">
  <choose>
    <if variable="author"><text macro="author" suffix="."/></if>
    <else><text macro="container" suffix="."/></else>
  </choose>
  <text macro="year" suffix="."/>
  <text variable="title" prefix="“" suffix=".”"/>
  <text macro="where" suffix="."/>
  <text variable="archive" prefix="Archived in " suffix="."/>
  <text variable="URL" suffix="."/>
</group></layout></bibliography></style>"""
)
