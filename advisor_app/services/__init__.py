"""One module for each thing an advisor does. Asks the catalogue, hands it to the domain, returns what the domain says."""
