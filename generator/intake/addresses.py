"""Which network addresses a clip may be fetched from: those of the public internet, and no others.

Whoever asks for an article must not be led into the network that the tool runs in: not by a name that resolves there, and
not by one of the many ways to write an IPv4 address within an IPv6 one.
"""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# IANA's registries of special-purpose addresses (iana-ipv4-special-registry, iana-ipv6-special-registry) with multicast and
# reserved space.  Spelled out, since Python's own ``is_global`` differs between its releases.
_CLOSED_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared behind a provider's translator (CGNAT)
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # public by number, but a cloud's own service to its machines (Azure)
        "169.254.0.0/16",  # link-local; clouds hand out credentials at 169.254.169.254
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_GLOBAL_6 = ipaddress.IPv6Network(
    "2000::/3"
)  # all that is assigned to the public; loopback, fc00::/7, fe80::/10 ... lie outside
_CLOSED_6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # how a network without IPv4 reaches a public IPv4 host
_6TO4 = ipaddress.IPv6Network("2002::/16")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # the third quarter of an address whose last quarter is an IPv4 address


def is_public(address: Address) -> bool:
    """Whether an address, and any IPv4 address written within it, belongs to the public internet."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _CLOSED_4)
    inner = _embedded(address)
    if inner is not None and not is_public(inner):
        return False
    if address in _MAPPED or address in _NAT64:
        return True
    return address in _GLOBAL_6 and not any(address in network for network in _CLOSED_6)


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a mapped, NAT64, 6to4 or ISATAP address leads to."""
    number = int(address)
    if address in _MAPPED or address in _NAT64 or (number >> 32) & 0xFFFF_FFFF in _ISATAP:
        return ipaddress.IPv4Address(number & 0xFFFF_FFFF)
    if address in _6TO4:
        return ipaddress.IPv4Address((number >> 80) & 0xFFFF_FFFF)
    return None
