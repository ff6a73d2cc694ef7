package org.watchfloor.web;

/**
 * The machine and this process on it.
 *
 * @param processCpu share of all processors that this process used lately, 0 to 1; NaN if unknown
 * @param systemCpu share of all processors in use lately, 0 to 1; NaN if unknown
 * @param loadAverage of the last minute; negative if unknown
 * @param heapRetained of the used heap what is not freshly allocated: the young generation fills up to its brim before
 *     each collection, which says nothing about a shortage
 * @param heapMax 0 if there is no limit
 * @param diskTotal bytes of the disk that holds the data; 0 if unknown
 */
record MachineFigures(
        double processCpu,
        double systemCpu,
        int processors,
        double loadAverage,
        long heapUsed,
        long heapRetained,
        long heapMax,
        long diskTotal,
        long diskFree) {}
