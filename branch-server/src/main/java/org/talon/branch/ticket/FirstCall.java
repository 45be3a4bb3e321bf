package org.talon.branch.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** What a wait is measured to; stays as it was whatever happens later. */
@Embeddable
record FirstCall(
        @Column(name = "first_called_at") Instant at,
        @Column(name = "first_called_work_place_id") UUID workPlaceId,
        @Column(name = "first_called_user_id") UUID userId,
        @Column(name = "waited_seconds") Long waitedSeconds,
        @Column(name = "within_target") Boolean withinTarget) {}
