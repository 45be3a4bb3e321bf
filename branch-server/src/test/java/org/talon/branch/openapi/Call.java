package org.talon.branch.openapi;

/** A call by its method and path, however its path was written down: {@code GET /booking/tickets/{ticketId}}. */
record Call(String method, String path) implements Comparable<Call> {

    Call {
        path = "/" + path.replaceAll("^/|\\?.*$", "").replaceAll("/$", "");
    }

    /** Reads {@code GET booking/tickets/:ticketId}. */
    static Call known(String line) {
        String[] parts = line.split(" ", 2);
        return new Call(parts[0], parts[1].replaceAll(":(\\w+)", "{$1}"));
    }

    /** The same call whatever its parameters are named, in whatever pattern: {@code GET /booking/tickets/{}}. */
    Call unnamed() {
        return new Call(method, path.replaceAll("\\{[^}]*}", "{}"));
    }

    @Override
    public int compareTo(Call other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
