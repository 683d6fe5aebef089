package noroshi.notice.web;

import noroshi.notice.Call;
import noroshi.site.FormErrors;

/**
 * One telephone call: whom, why, and what came of it.
 *
 * @param reached yes, no, or nothing as long as nobody said
 */
public record CallPage(Call call, String organisation, String reached, AnswerForm form, FormErrors errors) {}
