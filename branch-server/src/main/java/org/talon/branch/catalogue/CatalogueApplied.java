package org.talon.branch.catalogue;

/** A catalogue was taken over; told inside the transaction that keeps it. */
public record CatalogueApplied(Catalogue catalogue) {}
