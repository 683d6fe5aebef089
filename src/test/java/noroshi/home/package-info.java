@org.jspecify.annotations.NullMarked
package noroshi.home;
