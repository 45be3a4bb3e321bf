package org.talon.branch.catalogue;

import java.util.Set;
import java.util.UUID;

/** Someone who signs in: operator, hall administrator, analyst. Only the hash of the password is known. */
public record StaffMember(UUID id, String login, String name, String passwordHash, Set<String> roles) {}
