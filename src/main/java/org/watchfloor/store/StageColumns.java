package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Stage;

/** What an action is busy with as five columns; null is what its kind has not. */
record StageColumns(
        Kind kind,
        @Nullable String part,
        @Nullable Integer index,
        @Nullable Long since,
        @Nullable Long green) {
    /** As written. */
    enum Kind {
        WAITING,
        STEPPING,
        PROVING,
        OVER
    }

    static StageColumns of(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> new StageColumns(Kind.WAITING, null, null, null, null);
            case Stage.Stepping(Part part, int index, Instant since) ->
                new StageColumns(Kind.STEPPING, part.name(), index, Nanos.of(since), null);
            case Stage.Proving(Instant since, Optional<Instant> green) ->
                new StageColumns(
                        Kind.PROVING,
                        null,
                        null,
                        Nanos.of(since),
                        green.map(Nanos::of).orElse(null));
            case Stage.Over _ -> new StageColumns(Kind.OVER, null, null, null, null);
        };
    }

    static Stage read(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("stage"))) {
            case WAITING -> new Stage.Waiting();
            case STEPPING ->
                new Stage.Stepping(Part.valueOf(row.getString("stage_part")), row.getInt("stage_index"), since(row));
            case PROVING ->
                new Stage.Proving(
                        since(row),
                        Optional.ofNullable(row.getObject("stage_green", Long.class))
                                .map(Nanos::instant));
            case OVER -> new Stage.Over();
        };
    }

    private static Instant since(ResultSet row) throws SQLException {
        return Nanos.instant(row.getLong("stage_since"));
    }
}
