package noroshi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which acts a test of {@link ActsOnRecord} does in full, as the access matrix names them: {@code POST /desk/reports}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface LeavesRecords {
    String[] value();
}
