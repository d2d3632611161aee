package io.consentry.local.verifylog;

/** The one form in which times are recorded: in UTC, with microseconds, so that the order of texts is that of times. */
final class TimeForm {

    /** Each 0 stands for a digit. */
    private static final String FORM = "0000-00-00T00:00:00.000000Z";

    private TimeForm() {}

    static boolean isKeptBy(String time) {
        if (time.length() != FORM.length()) {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char c = time.charAt(at);
            if (FORM.charAt(at) != (c >= '0' && c <= '9' ? '0' : c)) {
                return false;
            }
        }
        return true;
    }
}
