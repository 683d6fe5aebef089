package noroshi.intel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import noroshi.intel.drop.DropBox;

/** Whatever comes by mail, and whatever a mail server says: understood or refused, never more than is bounded. */
public final class MailFuzz {
    private MailFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Head.of(input).ifPresent(head -> {
            assertThat(head.sender()).matches("(?:[!-~]+@[!-~]+)?");
            assertThat(head.subject()).hasSizeLessThanOrEqualTo(300).doesNotContain("\0");
            assertThat(head.digest()).hasSize(32);
            head.label();
            head.passes("mx.jisp.example");
        });
        contents(input);
        answers(input);
    }

    private static void contents(byte[] input) {
        try {
            var contents = Contents.of(input);
            assertThat(contents.files()).allSatisfy(file -> {
                assertThat(file.name()).hasSizeLessThanOrEqualTo(200).doesNotContain("\0");
                assertThat(file.content()).hasSizeLessThanOrEqualTo(DropBox.LARGEST + 1);
            });
        } catch (Contents.TooMany | MessagingException | IOException refused) {
            assertThat(input).isNotNull();
        }
    }

    private static void answers(byte[] input) {
        var answers = new ImapAnswers(new ByteArrayInputStream(input));
        try {
            for (var each = answers.next(100); ; each = answers.next(100)) {
                assertThat(each.literals().stream()
                                .mapToInt(literal -> literal.length)
                                .sum())
                        .isLessThanOrEqualTo(100);
            }
        } catch (Fault | IOException end) {
            assertThat(end).isNotNull();
        }
    }
}
