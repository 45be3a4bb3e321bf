package org.talon.conformance;

import java.util.List;

/** What came of a call. */
record Verdict(Call call, String path, String parameters, int status, List<String> misfits) {

    boolean fits() {
        return misfits.isEmpty();
    }

    String line() {
        String manner = call.manner().isEmpty() ? "" : ":" + call.manner();
        String request = call.method() + manner + " " + path + (parameters.isEmpty() ? "" : " " + parameters);
        String shown = request.replaceAll("(?i)(password=)[^&]*", "$1…");
        return (fits() ? "ok  " : "NO  ") + status + "  " + shown + (fits() ? "" : ": " + String.join("; ", misfits));
    }
}
