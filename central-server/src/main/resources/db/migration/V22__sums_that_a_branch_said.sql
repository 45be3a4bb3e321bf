-- The figures that a branch said with its last word on a date, so that a rebuild can hold the figures of then against them.
alter table reconciliation
    -- Issued, completed, rejected, cancelled, redirected, expired, wait sum, waits, within target, service sum, services.
    -- Null where the branch said none, or where they were not kept yet.
    add column branch_sums bigint[],
    -- The word they came with. A centre of an older version writes a newer word and leaves the sums as they were.
    add column sums_said_at timestamptz,
    add constraint reconciliation_branch_sums check (cardinality(branch_sums) = 11),
    add constraint reconciliation_sums_said check ((branch_sums is null) = (sums_said_at is null));
