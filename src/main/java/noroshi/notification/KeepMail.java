package noroshi.notification;

/** Without a mail server nothing leaves; a demonstration keeps what would have. */
class KeepMail implements Carrier {
    private final MailStore mails;
    private final boolean readable;

    KeepMail(MailStore mails, boolean readable) {
        this.mails = mails;
        this.readable = readable;
    }

    @Override
    public Lane open() {
        return new Lane() {
            @Override
            public Outcome carry(Letter letter) {
                if (readable) {
                    mails.keep(letter);
                }
                return new Outcome.Kept();
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
