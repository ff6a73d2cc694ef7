package org.watchfloor.gate;

/** The limits of a rate, in percent, and how many calls it needs to be one. */
record Shares(double failedPercent, double slowPercent, int minimumCalls) {
    Tally.Verdict judge(int calls, int failed, int slow) {
        if (calls < minimumCalls) {
            return Tally.Verdict.UNDECIDED;
        }
        boolean bad = 100.0 * failed / calls >= failedPercent || 100.0 * slow / calls >= slowPercent;
        return bad ? Tally.Verdict.BAD : Tally.Verdict.GOOD;
    }
}
