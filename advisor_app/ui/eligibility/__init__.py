"""The Eligibility place: every route grouped by verdict, why, what the law says apart, the way forward, what to ask next."""
