package org.talon.branch.catalogue;

import java.util.Set;
import java.util.UUID;

/**
 * Someone who signs in: operator, hall administrator, analyst. Only the hash of the password is known.
 *
 * @param disabled may do nothing for the time being; figures keep the name
 */
public record StaffMember(
        UUID id, String login, String name, String passwordHash, Set<String> roles, boolean disabled) {

    /** Whether a session that was opened by the one may go on with the other. */
    boolean signsInAs(StaffMember other) {
        return passwordHash.equals(other.passwordHash) && roles.equals(other.roles) && disabled == other.disabled;
    }
}
