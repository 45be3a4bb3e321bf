package org.talon.central.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talon.shared.http.DomainException;

/** What figures of a period can be grouped by; in the order in which rows are sorted. */
enum Group {
    DAY("day", "business_date"),
    HOUR("hour", "hour"),
    SERVER("server", "branch_id"),
    PRODUCT("product", "product_id"),
    USER("user", "user_id"),
    WORK_PLACE("workPlace", "work_place_id");

    private final String parameter;
    final String column;

    Group(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    /** Day where nothing is asked for. */
    static Set<Group> of(List<String> asked) {
        if (asked.isEmpty()) {
            return EnumSet.of(DAY);
        }
        Set<Group> groups = EnumSet.noneOf(Group.class);
        asked.forEach(name -> groups.add(of(name)));
        return groups;
    }

    private static Group of(String name) {
        return Arrays.stream(values())
                .filter(group -> group.parameter.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> DomainException.badParameter(
                        "groupBy",
                        "expected one or more of "
                                + Arrays.stream(values()).map(g -> g.parameter).collect(Collectors.joining(", "))));
    }
}
