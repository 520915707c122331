-- AlterEnum
ALTER TYPE "RefreshState" ADD VALUE 'waiting_turn';
