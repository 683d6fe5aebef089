package noroshi.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A higher module takes answers of the questionnaire further; the desk is shown where, before it changes a question. */
public interface AnswerUse {
    /** Where answers go, in words, by the code of their question. */
    Map<String, List<String>> uses(Locale locale);
}
