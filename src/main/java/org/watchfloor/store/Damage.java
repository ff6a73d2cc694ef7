package org.watchfloor.store;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells a damaged file from a disk, a lock or a mistake in the way. */
final class Damage {
    /** A file that does not know our users or our tables is not, or no longer, ours. */
    private static final Set<Integer> SQL_ERRORS = Set.of(
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2);

    private static final Set<Integer> STORE_ERRORS = Set.of(
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_READING_FAILED,
            DataUtils.ERROR_INTERNAL,
            DataUtils.ERROR_UNSUPPORTED_FORMAT,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_BLOCK_NOT_FOUND,
            DataUtils.ERROR_SERIALIZATION);

    private Damage() {}

    static boolean isMeantBy(Throwable error) {
        boolean isDamage = false;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return false;
            }
            isDamage |= cause instanceof SQLException sql && SQL_ERRORS.contains(sql.getErrorCode());
            isDamage |= cause instanceof FlywayException flyway
                    && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
            isDamage |= cause instanceof MVStoreException store && STORE_ERRORS.contains(store.getErrorCode());
        }
        return isDamage;
    }
}
