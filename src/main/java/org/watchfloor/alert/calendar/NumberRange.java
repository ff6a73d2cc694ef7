package org.watchfloor.alert.calendar;

/** A range of numbers, both ends included; one whose last is below its first goes round, such as Saturday to Monday. */
record NumberRange(int first, int last) {
    boolean contains(int value) {
        return first <= last ? value >= first && value <= last : value >= first || value <= last;
    }

    /** Days of a month from its end: -1 is the last day. */
    boolean containsDay(int day, int lengthOfMonth) {
        int from = first < 0 ? lengthOfMonth + 1 + first : first;
        int to = last < 0 ? lengthOfMonth + 1 + last : last;
        return day >= from && day <= to;
    }
}
