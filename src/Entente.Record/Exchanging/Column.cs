namespace Entente.Record.Exchanging;

/// <summary>A column of an export.</summary>
/// <param name="Name">The same in CSV and JSON; docs/guide/exports.md explains it.</param>
/// <param name="Value">Null, a string, a number, a day, or a list of strings.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value);
