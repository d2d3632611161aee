package io.consentry.filing.settle;

/** Somebody else changed the settings since they were read; nothing has happened. */
final class SettingsWereChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsWereChanged() {
        super("The settings were changed before", null, false, false);
    }
}
