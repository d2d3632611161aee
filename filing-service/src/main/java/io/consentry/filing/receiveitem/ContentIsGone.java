package io.consentry.filing.receiveitem;

/** A message was announced whose content is there no more: nobody could review it, so it does not become an item. */
class ContentIsGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentIsGone(String messageId) {
        super("The content of message " + messageId + " is gone");
    }
}
