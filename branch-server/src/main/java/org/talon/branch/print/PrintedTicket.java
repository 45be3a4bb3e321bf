package org.talon.branch.print;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a printed ticket; times are the branch's wall clock.
 *
 * @param bookedFor of a booking: when the visitor is expected
 * @param page the visitor's own page, behind the QR code
 */
record PrintedTicket(
        @Nullable String organization,
        String branch,
        String number,
        List<String> services,
        @Nullable LocalDateTime bookedFor,
        LocalDateTime issued,
        String pin,
        URI page,
        @Nullable String address,
        @Nullable String phone) {}
