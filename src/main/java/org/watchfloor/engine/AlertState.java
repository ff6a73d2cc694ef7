package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.model.AlertId;
import org.watchfloor.notify.Outbox;

/**
 * What the engine knows of alerts and of who was told; immutable.
 *
 * @param kept what the rules need of each check's past, by metric, in the order of the layout
 * @param groups alerts that are told together
 * @param diagnoses why checks fail, as far as that was found out
 * @param outside until when the alerts of other programs last unless they are reported again
 * @param recall what of the past of checks is on its way
 */
public record AlertState(
        AlertBook book,
        Slots<Map<String, Samples>> kept,
        SortedMap<NoticeGroup.Key, NoticeGroup> groups,
        Outbox outbox,
        Diagnoses diagnoses,
        Numbers numbers,
        Map<AlertId, Instant> outside,
        Recall recall) {
    public AlertState {
        outside = Map.copyOf(outside);
        groups = Collections.unmodifiableSortedMap(groups);
    }

    /** With nothing on its way. */
    public AlertState(
            AlertBook book,
            Slots<Map<String, Samples>> kept,
            SortedMap<NoticeGroup.Key, NoticeGroup> groups,
            Outbox outbox,
            Diagnoses diagnoses,
            Numbers numbers,
            Map<AlertId, Instant> outside) {
        this(book, kept, groups, outbox, diagnoses, numbers, outside, Recall.NOTHING);
    }

    /** The highest numbers given so far. */
    public record Numbers(long alert, long verdict, long notice, long episode) {
        public static final Numbers NONE = new Numbers(0, 0, 0, 0);
    }

    /** Nothing has happened yet. */
    public static AlertState empty(int checks) {
        return new AlertState(
                AlertBook.empty(checks),
                Slots.copyOf(Collections.nCopies(checks, Map.<String, Samples>of())),
                new TreeMap<>(),
                Outbox.EMPTY,
                Diagnoses.none(checks),
                Numbers.NONE,
                Map.of());
    }

    AlertState withBook(AlertBook next) {
        return new AlertState(next, kept, groups, outbox, diagnoses, numbers, outside, recall);
    }

    AlertState withKept(Slots<Map<String, Samples>> next) {
        return new AlertState(book, next, groups, outbox, diagnoses, numbers, outside, recall);
    }

    AlertState withGroup(NoticeGroup group) {
        SortedMap<NoticeGroup.Key, NoticeGroup> next = new TreeMap<>(groups);
        next.put(group.key(), group);
        return new AlertState(book, kept, next, outbox, diagnoses, numbers, outside, recall);
    }

    AlertState withoutGroup(NoticeGroup.Key key) {
        SortedMap<NoticeGroup.Key, NoticeGroup> next = new TreeMap<>(groups);
        next.remove(key);
        return new AlertState(book, kept, next, outbox, diagnoses, numbers, outside, recall);
    }

    AlertState withOutbox(Outbox next) {
        return new AlertState(book, kept, groups, next, diagnoses, numbers, outside, recall);
    }

    AlertState withDiagnoses(Diagnoses next) {
        return new AlertState(book, kept, groups, outbox, next, numbers, outside, recall);
    }

    AlertState withNumbers(Numbers next) {
        return new AlertState(book, kept, groups, outbox, diagnoses, next, outside, recall);
    }

    AlertState withOutside(Map<AlertId, Instant> next) {
        return new AlertState(book, kept, groups, outbox, diagnoses, numbers, next, recall);
    }

    AlertState withRecall(Recall next) {
        return new AlertState(book, kept, groups, outbox, diagnoses, numbers, outside, next);
    }
}
