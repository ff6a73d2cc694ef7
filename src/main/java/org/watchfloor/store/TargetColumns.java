package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.failure.Target;

/** A target as the five columns that are the same in each table that has them. */
record TargetColumns(String check, String address, @Nullable String group, String services, String tags) {
    private static final int LONGEST_LIST = 100_000;
    private static final int LONGEST_NAME = 1_000;

    static TargetColumns of(Target target) {
        return new TargetColumns(
                target.check().toString(),
                Text.of(target.address(), LONGEST_NAME),
                target.group().map(GroupId::value).orElse(null),
                Text.of(words(target.services().stream().map(ServiceId::value)), LONGEST_LIST),
                Text.of(words(target.tags().stream().sorted()), LONGEST_LIST));
    }

    static Target read(ResultSet row) throws SQLException {
        return new Target(
                CheckId.parse(row.getString("check_id")),
                row.getString("address"),
                Optional.ofNullable(row.getString("group_id")).map(GroupId::new),
                split(row.getString("services")).map(ServiceId::new).toList(),
                split(row.getString("tags")).collect(Collectors.toSet()));
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static Stream<String> split(String words) {
        return words.isEmpty() ? Stream.empty() : Stream.of(words.split(" "));
    }
}
