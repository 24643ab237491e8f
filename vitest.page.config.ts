import { defineConfig } from 'vitest/config';
import all, { ofPage } from './vitest.config';

export default defineConfig({ test: { ...all.test, include: ofPage, exclude: [] } });
