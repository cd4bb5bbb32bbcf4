using Her2Gen.Articles;
using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary><c>editions/editions.schema.json</c>: what <c>editions.json</c> holds (JSON Schema, draft 2020-12).</summary>
public static class EditionsJsonSchema
{
    public static readonly FilePath Path = FilePath.Parse("editions/editions.schema.json");

    public static string Text { get; } = $$"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "The sealed editions of an article",
          "type": "object",
          "required": ["title", "current", "changedSinceNewest", "editions"],
          "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string" },
            "title": { "type": "string" },
            "current": { "description": "Where the current text is, from this file.", "type": "string" },
            "changedSinceNewest": { "description": "Whether the current text differs from the newest edition.", "type": "boolean" },
            "editions": { "description": "Oldest first.", "type": "array", "items": { "$ref": "#/$defs/edition" } }
          },
          "$defs": {
            "id": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}(\\.([2-9]|[1-9]\\d+))?$" },
            "date": { "type": "string", "format": "date" },
            "sha512": { "type": "string", "pattern": "^[0-9a-f]{128}$" },
            "edition": {
              "type": "object",
              "required": ["id", "kind", "datePublished", "evidenceUpTo", "whatsNew", "conclusionsChanged", "status", "path", "files", "bytes", "seal", "notices"],
              "additionalProperties": false,
              "properties": {
                "id": { "$ref": "#/$defs/id" },
                "kind": { "enum": ["new-edition", "corrected-edition"] },
                "correctionOf": { "$ref": "#/$defs/id" },
                "datePublished": { "$ref": "#/$defs/date" },
                "evidenceUpTo": { "description": "Up to when sources were looked at.", "$ref": "#/$defs/date" },
                "whatsNew": { "type": "string" },
                "conclusionsChanged": { "description": "Against the edition before.", "type": "boolean" },
                "status": { "enum": ["current", "superseded", "corrected", "concern", "withdrawn", "removed"] },
                "path": { "description": "The edition's folder, from this file.", "type": "string" },
                "url": { "type": "string", "format": "uri" },
                "files": { "type": "integer", "minimum": 1 },
                "bytes": { "type": "integer", "minimum": 1 },
                "seal": {
                  "type": "object",
                  "required": ["path", "sha512"],
                  "additionalProperties": false,
                  "properties": {
                    "path": { "description": "The folder of its BagIt tag files, from this file.", "type": "string" },
                    "sha512": { "description": "Of tagmanifest-sha512.txt in there.", "$ref": "#/$defs/sha512" }
                  }
                },
                "predecessor": { "$ref": "#/$defs/id" },
                "successor": { "$ref": "#/$defs/id" },
                "changes": { "description": "What changed against the edition before, from this file.", "type": "string" },
                "notices": { "description": "Newest first.", "type": "array", "items": { "$ref": "#/$defs/notice" } }
              }
            },
            "notice": {
              "type": "object",
              "required": ["type", "date", "title", "reason", "seal", "path"],
              "additionalProperties": false,
              "properties": {
                "type": { "description": "One of Crossref's update types.", "enum": [{{string.Join(", ", NoticeType.Known.Select(type => $"\"{type.Word}\""))}}] },
                "date": { "$ref": "#/$defs/date" },
                "title": { "type": "string" },
                "reason": { "type": "string" },
                "seal": { "$ref": "#/$defs/sha512" },
                "path": { "type": "string" }
              }
            }
          }
        }

        """;
}
