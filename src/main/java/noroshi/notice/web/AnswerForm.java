package noroshi.notice.web;

import java.time.ZoneId;
import noroshi.notice.Answer;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import org.jspecify.annotations.Nullable;

/** An answer as somebody types it. */
public record AnswerForm(String answer, String words, String until) {
    public static final AnswerForm EMPTY = new AnswerForm("", "", "");

    public AnswerForm(@Nullable String answer, @Nullable String words, @Nullable String until) {
        this.answer = answer == null ? "" : answer;
        this.words = words == null ? "" : words;
        this.until = until == null ? "" : until;
    }

    Answer read(ZoneId zone) {
        return switch (answer) {
            case "not-affected" -> new Answer.NotAffected(words);
            case "done" -> new Answer.Done(words);
            case "working" ->
                new Answer.Working(
                        words, Moments.read(until, zone).orElseThrow(() -> new RuleBroken("notice.until-missing")));
            default -> throw new RuleBroken("notice.answer-missing");
        };
    }

    static FormErrors errors(RuleBroken refusal) {
        var field = switch (refusal.key()) {
            case "notice.until", "notice.until-missing", "notice.due" -> "until";
            case "notice.words-missing", "notice.words-too-long" -> "words";
            case "notice.answer-missing" -> "answer";
            case "notice.call.reached-missing", "notice.call.not-reached" -> "reached";
            default -> "";
        };
        return FormErrors.none().and(field, refusal.key(), refusal.arguments());
    }
}
