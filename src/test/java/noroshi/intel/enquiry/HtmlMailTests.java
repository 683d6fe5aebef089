package noroshi.intel.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import noroshi.intel.Spelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails written as web pages hold their addresses with characters written out. */
class HtmlMailTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a href="http://evil-qa.example.net/?x=1&amp;y=2">  | http://evil-qa.example.net/?x=1&y=2
            <a href="https&#58;//ent-qa.net/">                  | https://ent-qa.net/
            <a href="http://evil-qa3.ex&#97;mple.net/">         | http://evil-qa3.example.net/
            <a href="https&colon;&sol;&sol;ent&period;example"> | https://ent.example/
            <a href="http&#x3A;&#47&#0047ent.example/a">        | http://ent.example/a
            <a href="https://a.example/?a=1&copy=2&lt=3">       | https://a.example/?a=1&copy=2&lt=3
            <p>&lt;ent.example&gt;&nbsp;&#0;&#9999999;&none;    | ent.example
            """)
    void charactersAreReadAsMailProgramsReadThem(String html, String value) {
        var mail = "From: Support\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n" + html;
        assertThat(SuspiciousMail.read(mail.getBytes(StandardCharsets.UTF_8)).forms())
                .extracting(Spelling.Form::value)
                .containsExactly(value);
    }

    @Test
    void plainWordsStayAsTheyAre() {
        var mail = "From: Support\r\nContent-Type: text/plain\r\n\r\nhttp://a.example/?x=1&amp;y=2";
        assertThat(SuspiciousMail.read(mail.getBytes(StandardCharsets.UTF_8)).forms())
                .extracting(Spelling.Form::value)
                .containsExactly("http://a.example/?x=1&amp;y=2");
    }
}
