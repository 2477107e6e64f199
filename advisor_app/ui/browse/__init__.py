"""The Programmes place: facets, the list of programmes, and the details of one."""
