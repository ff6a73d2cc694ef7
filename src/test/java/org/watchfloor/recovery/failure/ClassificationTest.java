package org.watchfloor.recovery.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.config.ServiceType;
import org.watchfloor.model.Reason;

/** Every reason has a kind of failure, and what else is known makes it finer. */
class ClassificationTest {
    @ParameterizedTest
    @CsvSource({
        "NAME_NOT_FOUND, DNS_ERROR, NETWORK",
        "REFUSED, CONNECTION_REFUSED, INTERNAL_SERVICE",
        "NO_ROUTE, NO_ROUTE, NETWORK",
        "CONNECT_TIMEOUT, API_TIMEOUT, INTERNAL_SERVICE",
        "TLS_UNTRUSTED, CERTIFICATE, INTERNAL_SERVICE",
        "TLS_EXPIRED, CERTIFICATE, INTERNAL_SERVICE",
        "TLS_WRONG_HOST, CERTIFICATE, INTERNAL_SERVICE",
        "TLS_TOO_OLD, CERTIFICATE, INTERNAL_SERVICE",
        "TLS_FAILED, CERTIFICATE, INTERNAL_SERVICE",
        "RESPONSE_TIMEOUT, API_TIMEOUT, INTERNAL_SERVICE",
        "CUT_OFF, SERVICE_UNAVAILABLE, INTERNAL_SERVICE",
        "TOO_LARGE, WRONG_ANSWER, INTERNAL_SERVICE",
        "STATUS, WRONG_ANSWER, INTERNAL_SERVICE",
        "BODY_MISMATCH, WRONG_ANSWER, INTERNAL_SERVICE",
        "HEADER_MISMATCH, WRONG_ANSWER, INTERNAL_SERVICE",
        "JSON_MISMATCH, WRONG_ANSWER, INTERNAL_SERVICE",
        "EXPECT_MISMATCH, WRONG_ANSWER, INTERNAL_SERVICE",
        "AUTH_FAILED, AUTHENTICATION, INTERNAL_SERVICE",
        "HOST_KEY_UNKNOWN, HOST_KEY, INTERNAL_SERVICE",
        "HOST_KEY_CHANGED, HOST_KEY, INTERNAL_SERVICE",
        "EXIT_CODE, COMMAND_FAILED, INTERNAL_SERVICE",
        "COMMAND_NOT_FOUND, OBSERVER, OBSERVER",
        "PROTOCOL, WRONG_ANSWER, INTERNAL_SERVICE",
        "THRESHOLD, OTHER, INTERNAL_SERVICE",
        "CREDENTIAL_MISSING, OBSERVER, OBSERVER",
        "DISABLED, OTHER, INTERNAL_SERVICE",
        "NO_DATA, NO_DATA, OBSERVER",
        "INTERNAL, OBSERVER, OBSERVER",
    })
    void tellsTheKindByTheReason(Reason reason, FailureType type, FailureCategory category) {
        assertThat(Classification.of(symptom(reason))).isEqualTo(new Classification(type, category));
    }

    /** A new reason has to be thought about here too. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void knowsEveryReason(Reason reason) throws NoSuchMethodException {
        String[] table = ClassificationTest.class
                .getDeclaredMethod("tellsTheKindByTheReason", Reason.class, FailureType.class, FailureCategory.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(table).anyMatch(line -> line.startsWith(reason + ","));
    }

    @ParameterizedTest
    @CsvSource({
        "429, RATE_LIMIT",
        "401, AUTHENTICATION",
        "403, AUTHENTICATION",
        "404, WRONG_ANSWER",
        "408, API_TIMEOUT",
        "500, SERVICE_UNAVAILABLE",
        "503, SERVICE_UNAVAILABLE",
        "504, API_TIMEOUT",
        "200, WRONG_ANSWER",
    })
    void tellsTheKindByTheStatus(int status, FailureType type) {
        Symptom symptom =
                new Symptom(Reason.STATUS, "", OptionalInt.of(status), Optional.empty(), false, Set.of(), Set.of());

        assertThat(Classification.of(symptom).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "latency, SLOW, INTERNAL_SERVICE",
        "disk./var.used_percent, DISK_FULL, HOST",
        "disk./.inodes_used_percent, DISK_FULL, HOST",
        "memory.used_percent, MEMORY_FULL, HOST",
        "swap.used_percent, MEMORY_FULL, HOST",
        "cpu.used_percent, CPU_BUSY, HOST",
        "load1, CPU_BUSY, HOST",
        "cert_days_left, CERTIFICATE, INTERNAL_SERVICE",
        "lag_seconds, OTHER, INTERNAL_SERVICE",
    })
    void tellsTheKindByTheMetric(String metric, FailureType type, FailureCategory category) {
        Symptom symptom =
                new Symptom(Reason.THRESHOLD, "", OptionalInt.empty(), Optional.of(metric), false, Set.of(), Set.of());

        assertThat(Classification.of(symptom)).isEqualTo(new Classification(type, category));
    }

    @ParameterizedTest
    @CsvSource({
        "DISK CRITICAL - free space: / 0 MB, DISK_FULL",
        "PROCS CRITICAL: 0 processes with command name 'nginx', PROCESS_DOWN",
        "nginx is not running, PROCESS_DOWN",
        "exit code 2, COMMAND_FAILED",
    })
    void tellsTheKindByWhatAPluginSays(String message, FailureType type) {
        Symptom symptom = new Symptom(
                Reason.EXIT_CODE, message, OptionalInt.empty(), Optional.empty(), false, Set.of(), Set.of());

        assertThat(Classification.of(symptom).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "CONNECT_TIMEOUT", "RESPONSE_TIMEOUT", "CUT_OFF"})
    void namesTheDatabase(Reason reason) {
        Symptom symptom = new Symptom(
                reason, "", OptionalInt.empty(), Optional.empty(), false, Set.of(ServiceType.DATABASE), Set.of());

        assertThat(Classification.of(symptom).type()).isEqualTo(FailureType.DATABASE_CONNECTION);
    }

    @ParameterizedTest
    @CsvSource({"NO_ROUTE", "CONNECT_TIMEOUT"})
    void namesTheHostWhenNothingOfItAnswers(Reason reason) {
        Symptom symptom = new Symptom(reason, "", OptionalInt.empty(), Optional.empty(), true, Set.of(), Set.of());

        assertThat(Classification.of(symptom))
                .isEqualTo(new Classification(FailureType.HOST_UNREACHABLE, FailureCategory.HOST));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, EXTERNAL_DEPENDENCY", "NO_ROUTE, EXTERNAL_DEPENDENCY", "CREDENTIAL_MISSING, OBSERVER"})
    void knowsWhatOthersRunByItsTag(Reason reason, FailureCategory category) {
        Symptom symptom =
                new Symptom(reason, "", OptionalInt.empty(), Optional.empty(), false, Set.of(), Set.of("external"));

        assertThat(Classification.of(symptom).category()).isEqualTo(category);
    }

    private static Symptom symptom(Reason reason) {
        return new Symptom(reason, "", OptionalInt.empty(), Optional.empty(), false, Set.of(), Set.of());
    }
}
