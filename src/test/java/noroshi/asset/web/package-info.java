@org.jspecify.annotations.NullMarked
package noroshi.asset.web;
