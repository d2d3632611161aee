package io.consentry.local.playdemo;

/** A step of the demonstration did not go as it should; the message says what was expected and what came. */
final class Unexpected extends Exception {

    private static final long serialVersionUID = 1L;

    Unexpected(String expected, String came) {
        super("Expected " + expected + ", but " + came);
    }
}
