package org.watchfloor.recovery.failure;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Threshold;

/** Tells the kind of a failure and whose it is. Pure. */
public record Classification(FailureType type, FailureCategory category) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> LOGIN = Set.of(401, 403, 407);
    private static final Set<Integer> TIMED_OUT = Set.of(408, 504);
    private static final Pattern PROCESS =
            Pattern.compile("\\bproc(?:s|ess|esses)?\\b|\\bnot running\\b|\\bis stopped\\b");

    public static Classification of(Symptom symptom) {
        FailureType type = type(symptom);
        return new Classification(type, FailureCategory.of(type, symptom.tags()));
    }

    /** Of what a person says is the matter. */
    public static Classification of(FailureType type, Set<String> tags) {
        return new Classification(type, FailureCategory.of(type, tags));
    }

    private static FailureType type(Symptom symptom) {
        return switch (symptom.reason()) {
            case NAME_NOT_FOUND -> FailureType.DNS_ERROR;
            case REFUSED -> database(symptom, FailureType.CONNECTION_REFUSED);
            case NO_ROUTE -> symptom.hostIsDown() ? FailureType.HOST_UNREACHABLE : FailureType.NO_ROUTE;
            case CONNECT_TIMEOUT ->
                symptom.hostIsDown() ? FailureType.HOST_UNREACHABLE : database(symptom, FailureType.API_TIMEOUT);
            case RESPONSE_TIMEOUT -> database(symptom, FailureType.API_TIMEOUT);
            case CUT_OFF -> database(symptom, FailureType.SERVICE_UNAVAILABLE);
            case TLS_UNTRUSTED, TLS_EXPIRED, TLS_WRONG_HOST, TLS_TOO_OLD, TLS_FAILED -> FailureType.CERTIFICATE;
            case AUTH_FAILED -> FailureType.AUTHENTICATION;
            case HOST_KEY_UNKNOWN, HOST_KEY_CHANGED -> FailureType.HOST_KEY;
            case STATUS -> status(symptom.status());
            case TOO_LARGE, BODY_MISMATCH, HEADER_MISMATCH, JSON_MISMATCH, EXPECT_MISMATCH, PROTOCOL ->
                FailureType.WRONG_ANSWER;
            case EXIT_CODE -> exit(symptom.message().toLowerCase(Locale.ROOT));
            case THRESHOLD -> symptom.metric().map(Classification::metric).orElse(FailureType.OTHER);
            case NO_DATA -> FailureType.NO_DATA;
            case CREDENTIAL_MISSING, COMMAND_NOT_FOUND, INTERNAL -> FailureType.OBSERVER;
            case DISABLED -> FailureType.OTHER;
        };
    }

    private static FailureType database(Symptom symptom, FailureType otherwise) {
        return symptom.plays().contains(ServiceType.DATABASE) ? FailureType.DATABASE_CONNECTION : otherwise;
    }

    private static FailureType status(OptionalInt status) {
        int code = status.orElse(0);
        if (code == TOO_MANY_REQUESTS) {
            return FailureType.RATE_LIMIT;
        }
        if (LOGIN.contains(code)) {
            return FailureType.AUTHENTICATION;
        }
        if (TIMED_OUT.contains(code)) {
            return FailureType.API_TIMEOUT;
        }
        return code >= 500 ? FailureType.SERVICE_UNAVAILABLE : FailureType.WRONG_ANSWER;
    }

    private static FailureType exit(String message) {
        if (message.contains("disk ") || message.contains("no space left")) {
            return FailureType.DISK_FULL;
        }
        return PROCESS.matcher(message).find() ? FailureType.PROCESS_DOWN : FailureType.COMMAND_FAILED;
    }

    private static FailureType metric(String name) {
        if (name.equals(Threshold.LATENCY)) {
            return FailureType.SLOW;
        }
        return switch (name.split("[._]", 2)[0]) {
            case "disk", "inodes" -> FailureType.DISK_FULL;
            case "memory", "swap" -> FailureType.MEMORY_FULL;
            case "cpu", "load", "load1", "load5", "load15" -> FailureType.CPU_BUSY;
            case "cert" -> FailureType.CERTIFICATE;
            default -> FailureType.OTHER;
        };
    }
}
