"""Names of places so wide that another place named may lie within them."""

from xref.names import parts
from xref.words import listed, words

COUNTRIES = listed(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana
    brazil britain brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia
    congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea
    estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada
    guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia
    lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia
    maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro
    morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
    pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan
    suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey
    turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales
    yemen zambia zimbabwe us usa uk uae
    africa asia europe america antarctica caribbean balkans scandinavia
    """
)
STATES = listed(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland
    victoria tasmania bavaria saxony catalonia andalusia xinjiang tibet sichuan punjab kashmir
    """
)
# "Northern Ireland", "the Eastern Province": an area, whatever its name.
AREAS = listed(
    """
    north south east west northern southern eastern western central new united republic kingdom
    states province state county region district territory island islands coast valley sea ocean
    gulf bay lake river mountain mountains peninsula emirates zealand lanka arabia
    """
)


def is_wide(place: str) -> bool:
    """Whether the place is a country, a state or an area rather than a town.

    >>> is_wide("Peru"), is_wide("the Northern Province"), is_wide("Cusco")
    (True, True, False)
    """
    found = set(parts(place)) | set(words(place))
    return bool(found & (COUNTRIES | STATES | AREAS))
