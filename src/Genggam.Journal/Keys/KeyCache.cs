using System.Security.Cryptography;

namespace Genggam.Journal;

/// <summary>Unwrapped keys, a bounded number for a bounded time; another node's erasure is honoured when it runs out.</summary>
internal sealed class KeyCache(int capacity, TimeProvider clock)
{
    private static readonly TimeSpan life = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private readonly Dictionary<SubjectId, (byte[] Key, long Since)> keys = [];

    public int Count
    {
        get
        {
            lock (gate)
                return keys.Count;
        }
    }

    /// <summary>A copy of the key: <see cref="Forget"/> wipes the one that is held.</summary>
    public byte[]? Find(SubjectId subject)
    {
        lock (gate)
        {
            if (!keys.TryGetValue(subject, out var held))
                return null;
            if (clock.GetElapsedTime(held.Since) < life)
                return held.Key.ToArray();
            keys.Remove(subject);
            return null;
        }
    }

    public void Put(SubjectId subject, byte[] key)
    {
        lock (gate)
        {
            if (keys.Count >= capacity)
                keys.Clear();
            keys[subject] = (key, clock.GetTimestamp());
        }
    }

    public void Forget(SubjectId subject)
    {
        lock (gate)
        {
            if (keys.Remove(subject, out var held))
                CryptographicOperations.ZeroMemory(held.Key);
        }
    }
}
