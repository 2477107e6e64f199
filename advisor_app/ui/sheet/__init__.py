"""The Sheet place: a preview of exactly what prints, and the two ways to hand it over."""
