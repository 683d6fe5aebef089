@org.jspecify.annotations.NullMarked
package noroshi.insight;
