package noroshi.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands mail to a server: one recipient for each message, several messages for each connection. */
class SmtpCarrier implements Carrier {
    private final NotificationSettings.Mail settings;
    private final InternetAddress from;
    private final Session session;

    SmtpCarrier(NotificationSettings.Mail settings) {
        this.settings = settings;
        this.from = address("from", settings.from());
        var bounces = settings.bounces().isBlank() ? from : address("bounces", settings.bounces());
        this.session = Session.getInstance(properties(settings, bounces));
    }

    /** A sender that cannot be read is a fault of the settings, and no reader's. */
    private static InternetAddress address(String setting, String value) {
        try {
            return new InternetAddress(value, true);
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "noroshi.notification.mail." + setting + " is no mail address: " + value, e);
        }
    }

    private static Properties properties(NotificationSettings.Mail settings, InternetAddress bounces) {
        var timeout = Long.toString(settings.timeout().toMillis());
        var all = new Properties();
        all.setProperty("mail.smtp.connectiontimeout", timeout);
        all.setProperty("mail.smtp.timeout", timeout);
        all.setProperty("mail.smtp.writetimeout", timeout);
        all.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.from", bounces.getAddress());
        // Servers that can are asked to write when it fails or waits, and to send back the headers alone.
        all.setProperty("mail.smtp.dsn.notify", "FAILURE,DELAY");
        all.setProperty("mail.smtp.dsn.ret", "HDRS");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> {
                all.setProperty("mail.smtp.starttls.enable", "true");
                all.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> all.setProperty("mail.smtp.ssl.enable", "true");
        }
        return all;
    }

    @Override
    public Lane open() throws Unreachable {
        try {
            var transport = (SMTPTransport) session.getTransport("smtp");
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().isEmpty() ? null : settings.user(),
                    settings.password().isEmpty() ? null : settings.password());
            return new Line(transport);
        } catch (MessagingException e) {
            throw new Unreachable(words(e), e, false);
        }
    }

    private final class Line implements Lane {
        private final SMTPTransport transport;

        Line(SMTPTransport transport) {
            this.transport = transport;
        }

        @Override
        public Outcome carry(Letter letter) throws Unreachable {
            MimeMessage message;
            try {
                message = message(letter);
            } catch (AddressException e) {
                return new Outcome.Refused("the address cannot be read");
            } catch (MessagingException | RuntimeException e) {
                return new Outcome.Later("could not be written: " + words(e));
            }
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Outcome.Taken(transport.getLastServerResponse().strip());
            } catch (AuthenticationFailedException e) {
                throw new Unreachable(words(e), e, false);
            } catch (SendFailedException e) {
                return answered(e);
            } catch (MessagingException e) {
                throw new Unreachable(words(e), e, true);
            }
        }

        /** Only what the server says of the recipient or of the message is final; the rest is about the two servers. */
        private Outcome answered(SendFailedException e) throws Unreachable {
            for (Exception cause = e; cause instanceof MessagingException it; cause = it.getNextException()) {
                if (cause instanceof SMTPAddressFailedException it2) {
                    return outcome(it2.getReturnCode(), it2);
                }
            }
            if (e instanceof SMTPSendFailedException it
                    && !it.getCommand().startsWith("MAIL")
                    && it.getReturnCode() != 421
                    && it.getReturnCode() > 0) {
                return outcome(it.getReturnCode(), it);
            }
            // After the last dot, no answer is no refusal.
            var unanswered = e instanceof SMTPSendFailedException it
                    && it.getReturnCode() <= 0
                    && it.getCommand().equals(".");
            throw new Unreachable(words(e), e, unanswered);
        }

        private Outcome outcome(int code, Exception why) {
            return code >= 500 && code < 600 ? new Outcome.Refused(words(why)) : new Outcome.Later(words(why));
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The line is gone already.
            }
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + host() + ">");
            }
        };
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.at()));
        message.setContentLanguage(new String[] {letter.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        letter.thread().ifPresent(thread -> header(message, "References", "<" + thread + "@" + host() + ">"));
        letter.stop().ifPresent(stop -> {
            header(message, "List-Unsubscribe", "<" + stop + ">");
            header(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        });
        message.saveChanges();
        return message;
    }

    private static void header(MimeMessage message, String name, String value) {
        try {
            message.setHeader(name, value);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String host() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private static String words(Exception e) {
        var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return said.replaceAll("\\s+", " ").strip();
    }
}
